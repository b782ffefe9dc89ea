-- A hands-on question trains doing. (The value is new since the migration before: one transaction may not both add and use it.)

ALTER TABLE "template_versions" DROP CONSTRAINT "template_versions_skill";
ALTER TABLE "template_versions"
  ADD CONSTRAINT "template_versions_skill" CHECK ("skill" = CASE
    WHEN "kind" IN ('choice', 'predict', 'order') THEN 'recognise'::skill
    WHEN "kind" IN ('type', 'parts', 'lab') THEN 'do'::skill
    ELSE 'recall'::skill END);
