"""What people declare about a corpus as a whole: its indicators, its governments, their corrections."""

import hashlib
from functools import cache
from pathlib import Path

from flows.settings import corpus_folder
from tongbi import decisions as corrections
from tongbi import rules
from tongbi.decisions import NONE, Decisions
from tongbi.errors import BadVocabulary, TongbiError
from tongbi.register import DEFAULT, Register, load
from tongbi.series import Regions, load_regions


def _declared(corpus: Path, name: str) -> str:
    """The text of one of the corpus's own files, "" where it has none."""
    path = corpus / name
    try:
        return path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise BadVocabulary("bad_toml", str(path), detail=str(error)) from error


@cache
def _register(own: str) -> Register:
    return load(own) if own else DEFAULT


def register(corpus: Path | None = None) -> Register:
    """The seed register, extended by the corpus's `indicators.toml`; the seed alone where there is no corpus."""
    try:
        text = _declared(corpus or corpus_folder(), "indicators.toml")
    except TongbiError as error:
        if error.code == "no_corpus":
            return DEFAULT
        raise
    return _register(text)


@cache
def _decisions(own: str) -> Decisions:
    return corrections.load(own)


def decisions(corpus: Path | None = None) -> Decisions:
    """What people decided, from the corpus's `corrections.toml`; nothing where there is no corpus."""
    try:
        return _decisions(_declared(corpus or corpus_folder(), corrections.SOURCE))
    except TongbiError as error:
        if error.code == "no_corpus":
            return NONE
        raise


def regions(corpus: Path) -> Regions:
    """The governments of the corpus's `regions.toml`."""
    return load_regions(_declared(corpus, "regions.toml"))


def rules_version(corpus: Path) -> str:
    """The version of the rules as this corpus has them.

    Its own indicators are one of the vocabularies, and where a territory changed is one of the rules of pairing; a
    government that is merely listed changes nothing.
    """
    own = _declared(corpus, "indicators.toml")
    cuts = [region for region in regions(corpus).by_name.values() if len(region.territories) > 1]
    if not own and not cuts:
        return rules.version()
    return hashlib.sha256(f"{rules.version()}\0{own}\0{sorted(map(repr, cuts))}".encode()).hexdigest()[:12]
