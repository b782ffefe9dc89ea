-- Written by hand: what the schema language cannot say.

-- As before; setup states that no variant is asked in, and that no sandbox began with, go too. They are left where a question was made and another tab was faster.
-- A day old, because a setup state is stored a moment before its variant. Where somebody begins to refer to one at this very moment its foreign key refuses, and all
-- of it stays until the next time.
CREATE OR REPLACE FUNCTION "sweep_sandbox_contents"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  unused record;
BEGIN
  FOR unused IN
    SELECT s.hash, s.sandbox_id FROM setup_states s
    WHERE s.created_at < now() - interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM variants v WHERE v.setup_hash = s.hash)
      AND NOT EXISTS (SELECT 1 FROM sandboxes b WHERE b.base_hash = s.hash)
    LIMIT 1000 FOR UPDATE OF s SKIP LOCKED
  LOOP
    DELETE FROM setup_states WHERE hash = unused.hash;
    PERFORM clear_sandbox(unused.sandbox_id);
    DELETE FROM sandboxes WHERE id = unused.sandbox_id;
  END LOOP;
  DELETE FROM layer_contents c WHERE NOT EXISTS (SELECT 1 FROM sandbox_layers l WHERE l.digest = c.digest);
  DELETE FROM image_contents c WHERE NOT EXISTS (SELECT 1 FROM sandbox_images i WHERE i.digest = c.digest)
    AND NOT EXISTS (SELECT 1 FROM sandbox_images i WHERE i.held_digest = c.digest)
    AND NOT EXISTS (SELECT 1 FROM sandbox_registry_contents r WHERE r.image_digest = c.digest);
  DELETE FROM uploads u WHERE NOT EXISTS (SELECT 1 FROM sandbox_journal j WHERE j.upload_hash = u.hash);
EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
  RAISE NOTICE 'some contents are in use again: nothing was swept';
END
$$;
