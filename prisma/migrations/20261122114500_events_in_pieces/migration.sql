-- What `docker events` remembers is stored in pieces, as logs are: reading hundreds of rows took longer than all the rest of a sandbox.

-- AlterTable
ALTER TABLE "sandbox_events" ADD COLUMN     "events" JSON;

-- ------------------------------------------------------------------------------------------------------------------
-- Written by hand: what is stored becomes one piece a sandbox. A text that begins with U+0001 is JSON behind it (lib/server/sandbox/stored-text.ts).
-- ------------------------------------------------------------------------------------------------------------------
CREATE FUNCTION pg_temp.text_in_json(stored text) RETURNS json LANGUAGE sql AS $$
  SELECT CASE WHEN stored LIKE E'\x01%' THEN substr(stored, 2)::json ELSE to_json(stored) END
$$;

UPDATE "sandbox_events" e SET "events" = piece.events
FROM (
  SELECT "sandbox_id", json_agg(json_build_object(
      'at', "at", 'type', pg_temp.text_in_json("type"), 'action', pg_temp.text_in_json("action"),
      'actor', pg_temp.text_in_json("actor"), 'attributes', "attributes") ORDER BY "position") AS events
  FROM "sandbox_events" GROUP BY "sandbox_id") piece
WHERE e."sandbox_id" = piece."sandbox_id" AND e."position" = 0;

DELETE FROM "sandbox_events" WHERE "position" > 0;

-- AlterTable
ALTER TABLE "sandbox_events" ALTER COLUMN "events" SET NOT NULL,
DROP COLUMN "action",
DROP COLUMN "actor",
DROP COLUMN "at",
DROP COLUMN "attributes",
DROP COLUMN "type";
