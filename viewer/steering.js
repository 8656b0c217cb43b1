// Keeps a click on a link of the viewer inside the running session, steps through rows by key, copies, and brings the
// row or the place that the address names into view. Without it the links still work: they are real addresses.

const LINK = 'a[href^="./"]';
const STEP = "[data-step]";

function go(href) {
  history.pushState({}, "", href);
  // Streamlit listens to this as to the browser's own "back": it reads the address and runs the page.
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function copy(button) {
  const label = button.textContent;
  const done = () => {
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  };
  navigator.clipboard.writeText(button.dataset.copy).then(done, () => window.prompt(label, button.dataset.copy));
}

function onClick(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const button = event.target.closest("[data-copy]");
  if (button) return copy(button);
  const link = event.target.closest(LINK) ?? event.target.closest(STEP)?.querySelector("a[data-open]");
  if (!link || !link.closest(".stHtml") || String(window.getSelection())) return;
  event.preventDefault();
  go(link.href);
}

function step(by) {
  const rows = [...document.querySelectorAll(STEP)];
  if (!rows.length) return;
  const current = rows.findIndex((row) => row.classList.contains("on"));
  const inView = rows.findIndex((row) => row.getBoundingClientRect().top >= 0);
  const next = current < 0 ? Math.max(inView, 0) : Math.min(Math.max(current + by, 0), rows.length - 1);
  if (next === current) return;
  rows[current]?.classList.remove("on");
  rows[next].classList.add("on");
  rows[next].scrollIntoView({ block: "center" });
  const link = rows[next].matches(LINK) ? rows[next] : rows[next].querySelector("a[data-open]");
  if (link) go(link.href);
}

function onKey(event) {
  if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  if (event.key === "j" || event.key === "ArrowRight") step(1);
  else if (event.key === "k" || event.key === "ArrowLeft") step(-1);
  else if (event.key === "Escape") document.querySelector(".tb a.close")?.click();
  else return;
  event.preventDefault();
}

function bringIntoView(address, tries) {
  const page = [...document.querySelectorAll(".tb[data-address]")].find((one) => one.dataset.address === address);
  if (!page) {
    if (tries) setTimeout(bringIntoView, 50, address, tries - 1);
    return;
  }
  // What was left to the defaults is written out, so that the address can be cited.
  const { href } = new URL(address, location.href);
  if (href !== location.href) history.replaceState(history.state, "", href);
  // On a phone the bar is longer than the screen.
  const tab = document.querySelector(".tb-bar a.on:not(.brand)");
  if (tab) {
    const bar = tab.parentElement;
    bar.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth - bar.offsetLeft - bar.clientWidth + 60);
  }
  const place = page.querySelector("#at") ?? page.querySelector(`${STEP}.on`);
  if (!place) return;
  // On a phone the evidence covers the lower part of the screen.
  const panel = page.querySelector(".tb-aside");
  const isCovered = panel && getComputedStyle(panel).position === "fixed";
  const floor = isCovered ? panel.getBoundingClientRect().top : window.innerHeight - 40;
  const { top, bottom } = place.getBoundingClientRect();
  if (top < 80 || bottom > floor) place.scrollIntoView({ block: isCovered ? "start" : "center" });
}

export default function (component) {
  document.tongbiSteering?.();
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  const release = () => {
    document.removeEventListener("click", onClick);
    document.removeEventListener("keydown", onKey);
  };
  document.tongbiSteering = release;
  document.documentElement.dataset.steered = "";
  bringIntoView(component.data.address, 60);
  return release;
}
