-- CreateIndex
CREATE INDEX "sandboxes_used_at_idx" ON "sandboxes"("used_at");

-- ------------------------------------------------------------------------------------------------------------------
-- Written by hand: what the schema language cannot say.
-- ------------------------------------------------------------------------------------------------------------------

-- What sandboxes share (images, layers, long inputs) goes when nothing refers to it any more. Where somebody begins to
-- refer to a row at this very moment its foreign key refuses, and all of them stay until the next time.
CREATE FUNCTION "sweep_sandbox_contents"() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM layer_contents c WHERE NOT EXISTS (SELECT 1 FROM sandbox_layers l WHERE l.digest = c.digest);
  DELETE FROM image_contents c WHERE NOT EXISTS (SELECT 1 FROM sandbox_images i WHERE i.digest = c.digest)
    AND NOT EXISTS (SELECT 1 FROM sandbox_images i WHERE i.held_digest = c.digest)
    AND NOT EXISTS (SELECT 1 FROM sandbox_registry_contents r WHERE r.image_digest = c.digest);
  DELETE FROM uploads u WHERE NOT EXISTS (SELECT 1 FROM sandbox_journal j WHERE j.upload_hash = u.hash);
EXCEPTION WHEN foreign_key_violation THEN
  RAISE NOTICE 'some contents are in use again: nothing was swept';
END
$$;

-- As before; what the person alone had in images, layers and inputs goes too.
CREATE OR REPLACE FUNCTION "erase_person"(person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('drydock.erasing', person::text, true);
  IF EXISTS (SELECT 1 FROM sandboxes WHERE learner_id = person) THEN
    PERFORM clear_sandbox(id) FROM sandboxes WHERE learner_id = person;
    DELETE FROM engine_keys WHERE learner_id = person;
    DELETE FROM sandbox_journal j USING sandboxes s WHERE s.id = j.sandbox_id AND s.learner_id = person;
    DELETE FROM sandboxes WHERE learner_id = person;
    PERFORM sweep_sandbox_contents();
  END IF;
  DELETE FROM reviews WHERE learner_id = person;
  DELETE FROM answer_beliefs WHERE learner_id = person;
  DELETE FROM answers WHERE learner_id = person;
  DELETE FROM showings WHERE learner_id = person;
  DELETE FROM cards WHERE learner_id = person;
  DELETE FROM cohorts c WHERE EXISTS (
      SELECT 1 FROM memberships m WHERE m.cohort_id = c.id AND m.person_id = person AND m.role = 'instructor')
    AND NOT EXISTS (
      SELECT 1 FROM memberships m WHERE m.cohort_id = c.id AND m.person_id <> person AND m.role = 'instructor');
  DELETE FROM verification_tokens t USING people p WHERE p.id = person AND t.email = p.email;
  DELETE FROM people WHERE id = person;
  PERFORM set_config('drydock.erasing', '', true);
END
$$;
