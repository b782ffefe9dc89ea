-- Judging statements trains recognising, filling gaps doing. (The values are new since the migration before: one transaction may not both add and use them.)

ALTER TABLE "template_versions" DROP CONSTRAINT "template_versions_skill";
ALTER TABLE "template_versions"
  ADD CONSTRAINT "template_versions_skill" CHECK ("skill" = CASE
    WHEN "kind" IN ('choice', 'several', 'predict', 'order') THEN 'recognise'::skill
    WHEN "kind" IN ('blanks', 'type', 'parts', 'lab') THEN 'do'::skill
    ELSE 'recall'::skill END);
