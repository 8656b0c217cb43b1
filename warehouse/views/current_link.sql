-- Grain: one row a link whose two reports are in force.
CREATE VIEW current_link AS
SELECT link.*
FROM link
JOIN current_report AS earlier_report
    ON earlier_report.region = link.region
    AND earlier_report.session = link.earlier
    AND earlier_report.sha256 = link.earlier_sha256
JOIN current_report AS later_report
    ON later_report.region = link.region
    AND later_report.session = link.later
    AND later_report.sha256 = link.later_sha256;
