-- Every region with a report in force and its sessions; real ones first, then by pinyin.
SELECT region, bool_or(fictional) AS fictional, list(session ORDER BY year, session) AS sessions
FROM current_report
GROUP BY region
ORDER BY fictional, region COLLATE zh, region;
