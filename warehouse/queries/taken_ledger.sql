-- As a table: the targets of the ledger's page (see ledger_page).
SELECT * FROM ledger_page($region, $session, $reviewed) ORDER BY session DESC, headline DESC, start, id;
