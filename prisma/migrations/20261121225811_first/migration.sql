-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "person_kind" AS ENUM ('guest', 'member');

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('ko', 'en');

-- CreateEnum
CREATE TYPE "provider" AS ENUM ('password', 'email', 'github', 'google');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('reset', 'sign_in');

-- CreateEnum
CREATE TYPE "cohort_role" AS ENUM ('learner', 'instructor');

-- CreateEnum
CREATE TYPE "skill" AS ENUM ('recognise', 'do', 'recall');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('choice', 'predict', 'order', 'type', 'parts', 'flashcard');

-- CreateEnum
CREATE TYPE "template_origin" AS ENUM ('course', 'studio');

-- CreateEnum
CREATE TYPE "card_state" AS ENUM ('new', 'learning', 'review', 'relearning');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('sure', 'unsure');

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "kind" "person_kind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "locale" "locale" NOT NULL DEFAULT 'ko',
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Seoul',
    "roll_over_hour" SMALLINT NOT NULL DEFAULT 4,
    "new_per_day" SMALLINT NOT NULL DEFAULT 8,
    "desired_retention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "person_id" UUID NOT NULL,
    "provider" "provider" NOT NULL,
    "subject" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "hash" TEXT NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "cohorts" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "join_code" TEXT NOT NULL,
    "readiness_date" DATE,
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Seoul',
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cohorts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "cohort_role" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("cohort_id","person_id")
);

-- CreateTable
CREATE TABLE "content_versions" (
    "id" SERIAL NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "engine_version" TEXT NOT NULL,
    "templates" INTEGER NOT NULL,
    "concepts" INTEGER NOT NULL,
    "readings" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concepts" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "statement" JSONB NOT NULL,
    "text" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "concepts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept_prerequisites" (
    "concept_id" TEXT NOT NULL,
    "needs_id" TEXT NOT NULL,

    CONSTRAINT "concept_prerequisites_pkey" PRIMARY KEY ("concept_id","needs_id")
);

-- CreateTable
CREATE TABLE "misconceptions" (
    "id" TEXT NOT NULL,
    "belief" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "misconceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_statements" (
    "source" CHAR(2) NOT NULL,
    "from_line" INTEGER NOT NULL,
    "to_line" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "note" JSONB,

    CONSTRAINT "source_statements_pkey" PRIMARY KEY ("source","from_line","to_line")
);

-- CreateTable
CREATE TABLE "templates" (
    "id" TEXT NOT NULL,
    "origin" "template_origin" NOT NULL,
    "owner_id" UUID,
    "concept_id" TEXT,
    "draft" TEXT,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_versions" (
    "id" UUID NOT NULL,
    "template_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "concept_id" TEXT NOT NULL,
    "kind" "question_kind" NOT NULL,
    "skill" "skill" NOT NULL,
    "source" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "source_hash" CHAR(64) NOT NULL,
    "beliefs" TEXT[],
    "proof" JSONB NOT NULL,
    "distinct_variants" INTEGER,
    "engine_version" TEXT NOT NULL,
    "content_version_id" INTEGER,
    "published_by" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "template_id" TEXT NOT NULL,
    "cohort_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("template_id","cohort_id")
);

-- CreateTable
CREATE TABLE "setup_states" (
    "hash" CHAR(64) NOT NULL,
    "engine_version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_states_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "proofs" (
    "id" UUID NOT NULL,
    "engine_version" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proofs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variants" (
    "id" UUID NOT NULL,
    "template_version_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "fingerprint" CHAR(32) NOT NULL,
    "question" JSONB NOT NULL,
    "key" JSONB NOT NULL,
    "setup_hash" CHAR(64) NOT NULL,
    "proof_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "variants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "samples" (
    "variant_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "samples_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "cards" (
    "learner_id" UUID NOT NULL,
    "concept_id" TEXT NOT NULL,
    "skill" "skill" NOT NULL,
    "state" "card_state" NOT NULL DEFAULT 'new',
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "step" SMALLINT,
    "reps" INTEGER NOT NULL DEFAULT 0,
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "leech" BOOLEAN NOT NULL DEFAULT false,
    "due_day" DATE,
    "due_at" TIMESTAMPTZ(3),
    "last_reviewed_at" TIMESTAMPTZ(3),
    "last_reviewed_day" DATE,

    CONSTRAINT "cards_pkey" PRIMARY KEY ("learner_id","concept_id","skill")
);

-- CreateTable
CREATE TABLE "showings" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "concept_id" TEXT NOT NULL,
    "skill" "skill" NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "revealed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "showings_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "answers" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "showing_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "response" JSONB NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "confidence" "confidence",
    "response_ms" INTEGER NOT NULL,
    "first_attempt" BOOLEAN NOT NULL,
    "local_day" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "answer_beliefs" (
    "learner_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "misconception_id" TEXT NOT NULL,

    CONSTRAINT "answer_beliefs_pkey" PRIMARY KEY ("learner_id","answer_id","misconception_id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "concept_id" TEXT NOT NULL,
    "skill" "skill" NOT NULL,
    "answer_id" UUID,
    "undoes_id" UUID,
    "variant_id" UUID,
    "response" JSONB,
    "correct" BOOLEAN,
    "confidence" "confidence",
    "response_ms" INTEGER,
    "rating" SMALLINT,
    "same_day" BOOLEAN NOT NULL DEFAULT false,
    "local_day" DATE NOT NULL,
    "elapsed_days" INTEGER,
    "predicted_recall" DOUBLE PRECISION,
    "guess_chance" DOUBLE PRECISION,
    "guess_facility" DOUBLE PRECISION,
    "stability_before" DOUBLE PRECISION,
    "difficulty_before" DOUBLE PRECISION,
    "stability_after" DOUBLE PRECISION,
    "difficulty_after" DOUBLE PRECISION,
    "due_day" DATE,
    "due_at" TIMESTAMPTZ(3),
    "parameter_version" TEXT,
    "misconceptions" TEXT[],
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "accounts_person_id_idx" ON "accounts"("person_id");

-- CreateIndex
CREATE INDEX "verification_tokens_email_purpose_idx" ON "verification_tokens"("email", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "cohorts_join_code_key" ON "cohorts"("join_code");

-- CreateIndex
CREATE INDEX "memberships_person_id_idx" ON "memberships"("person_id");

-- CreateIndex
CREATE INDEX "concept_prerequisites_needs_id_idx" ON "concept_prerequisites"("needs_id");

-- CreateIndex
CREATE INDEX "templates_owner_id_idx" ON "templates"("owner_id");

-- CreateIndex
CREATE INDEX "template_versions_concept_id_idx" ON "template_versions"("concept_id");

-- CreateIndex
CREATE UNIQUE INDEX "template_versions_template_id_number_key" ON "template_versions"("template_id", "number");

-- CreateIndex
CREATE INDEX "publications_cohort_id_idx" ON "publications"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "variants_proof_id_key" ON "variants"("proof_id");

-- CreateIndex
CREATE INDEX "variants_setup_hash_idx" ON "variants"("setup_hash");

-- CreateIndex
CREATE UNIQUE INDEX "variants_template_version_id_seed_key" ON "variants"("template_version_id", "seed");

-- CreateIndex
CREATE UNIQUE INDEX "samples_position_key" ON "samples"("position");

-- CreateIndex
CREATE INDEX "cards_learner_id_due_day_idx" ON "cards"("learner_id", "due_day");

-- CreateIndex
CREATE INDEX "showings_learner_id_concept_id_skill_idx" ON "showings"("learner_id", "concept_id", "skill");

-- CreateIndex
CREATE INDEX "showings_learner_id_variant_id_idx" ON "showings"("learner_id", "variant_id");

-- CreateIndex
CREATE INDEX "answers_learner_id_answered_at_idx" ON "answers"("learner_id", "answered_at");

-- CreateIndex
CREATE INDEX "answers_variant_id_idx" ON "answers"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "answers_learner_id_showing_id_key" ON "answers"("learner_id", "showing_id");

-- CreateIndex
CREATE UNIQUE INDEX "answers_learner_id_idempotency_key_key" ON "answers"("learner_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "answer_beliefs_misconception_id_idx" ON "answer_beliefs"("misconception_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_sequence_key" ON "reviews"("sequence");

-- CreateIndex
CREATE INDEX "reviews_learner_id_reviewed_at_idx" ON "reviews"("learner_id", "reviewed_at");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_learner_id_answer_id_key" ON "reviews"("learner_id", "answer_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_learner_id_undoes_id_key" ON "reviews"("learner_id", "undoes_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_learner_id_idempotency_key_key" ON "reviews"("learner_id", "idempotency_key");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concept_prerequisites" ADD CONSTRAINT "concept_prerequisites_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concepts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concept_prerequisites" ADD CONSTRAINT "concept_prerequisites_needs_id_fkey" FOREIGN KEY ("needs_id") REFERENCES "concepts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concepts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concepts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_content_version_id_fkey" FOREIGN KEY ("content_version_id") REFERENCES "content_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_published_by_fkey" FOREIGN KEY ("published_by") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "template_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_setup_hash_fkey" FOREIGN KEY ("setup_hash") REFERENCES "setup_states"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_proof_id_fkey" FOREIGN KEY ("proof_id") REFERENCES "proofs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "samples" ADD CONSTRAINT "samples_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concepts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "showings" ADD CONSTRAINT "showings_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "showings" ADD CONSTRAINT "showings_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "showings" ADD CONSTRAINT "showings_learner_id_concept_id_skill_fkey" FOREIGN KEY ("learner_id", "concept_id", "skill") REFERENCES "cards"("learner_id", "concept_id", "skill") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_learner_id_showing_id_fkey" FOREIGN KEY ("learner_id", "showing_id") REFERENCES "showings"("learner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_beliefs" ADD CONSTRAINT "answer_beliefs_learner_id_answer_id_fkey" FOREIGN KEY ("learner_id", "answer_id") REFERENCES "answers"("learner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_beliefs" ADD CONSTRAINT "answer_beliefs_misconception_id_fkey" FOREIGN KEY ("misconception_id") REFERENCES "misconceptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_concept_id_skill_fkey" FOREIGN KEY ("learner_id", "concept_id", "skill") REFERENCES "cards"("learner_id", "concept_id", "skill") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_answer_id_fkey" FOREIGN KEY ("learner_id", "answer_id") REFERENCES "answers"("learner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_undoes_id_fkey" FOREIGN KEY ("learner_id", "undoes_id") REFERENCES "reviews"("learner_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- ------------------------------------------------------------------------------------------------------------------
-- Written by hand: what the schema language cannot say.
-- ------------------------------------------------------------------------------------------------------------------

-- Checks ----------------------------------------------------------------------------------------------------------
ALTER TABLE "people"
  ADD CONSTRAINT "people_email_lower_case" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
  ADD CONSTRAINT "people_guest_has_no_email" CHECK ("kind" = 'member' OR "email" IS NULL),
  ADD CONSTRAINT "people_name_length" CHECK (char_length("name") <= 80),
  ADD CONSTRAINT "people_roll_over_hour" CHECK ("roll_over_hour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "people_new_per_day" CHECK ("new_per_day" BETWEEN 0 AND 100),
  ADD CONSTRAINT "people_desired_retention" CHECK ("desired_retention" BETWEEN 0.7 AND 0.97),
  ADD CONSTRAINT "people_session_version" CHECK ("session_version" >= 1);

ALTER TABLE "accounts"
  ADD CONSTRAINT "accounts_password_hash" CHECK (("provider" = 'password') = ("password_hash" IS NOT NULL)),
  ADD CONSTRAINT "accounts_password_argon2id" CHECK ("password_hash" LIKE '$argon2id$%');
CREATE UNIQUE INDEX "accounts_one_password_each" ON "accounts" ("person_id") WHERE "provider" = 'password';

ALTER TABLE "cohorts"
  ADD CONSTRAINT "cohorts_name_length" CHECK (char_length("name") BETWEEN 1 AND 80),
  ADD CONSTRAINT "cohorts_join_code" CHECK ("join_code" ~ '^[A-HJ-NP-Z2-9]{8}$');

ALTER TABLE "concept_prerequisites"
  ADD CONSTRAINT "concept_prerequisites_not_itself" CHECK ("concept_id" <> "needs_id");

ALTER TABLE "source_statements"
  ADD CONSTRAINT "source_statements_lines" CHECK ("from_line" >= 1 AND "to_line" >= "from_line");

ALTER TABLE "templates"
  ADD CONSTRAINT "templates_course_has_no_owner" CHECK ("origin" = 'studio' OR "owner_id" IS NULL);

ALTER TABLE "template_versions"
  ADD CONSTRAINT "template_versions_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "template_versions_skill" CHECK ("skill" = CASE
    WHEN "kind" IN ('choice', 'predict', 'order') THEN 'recognise'::skill
    WHEN "kind" IN ('type', 'parts') THEN 'do'::skill
    ELSE 'recall'::skill END);

ALTER TABLE "setup_states"
  ADD CONSTRAINT "setup_states_named_by_content"
    CHECK ("hash" = encode(sha256(convert_to("state", 'UTF8')), 'hex'));

ALTER TABLE "cards"
  ADD CONSTRAINT "cards_memory" CHECK (
    CASE WHEN "state" = 'new'
      THEN "stability" IS NULL AND "difficulty" IS NULL AND "due_day" IS NULL AND "due_at" IS NULL
       AND "last_reviewed_at" IS NULL AND "last_reviewed_day" IS NULL AND "reps" = 0 AND "lapses" = 0
      ELSE num_nulls("stability", "difficulty") = 0 AND "stability" > 0 AND "difficulty" BETWEEN 1 AND 10 AND num_nonnulls("due_day", "due_at") = 1
       AND "last_reviewed_at" IS NOT NULL AND "last_reviewed_day" IS NOT NULL AND "reps" > 0
    END),
  ADD CONSTRAINT "cards_counts" CHECK ("reps" >= 0 AND "lapses" >= 0 AND "lapses" <= "reps"),
  ADD CONSTRAINT "cards_step" CHECK (
    CASE "state" WHEN 'new' THEN "step" IS NULL WHEN 'review' THEN "step" = 0 ELSE "step" >= 0 END IS TRUE);

ALTER TABLE "showings"
  ADD CONSTRAINT "showings_in_order" CHECK ("closed_at" >= "shown_at" AND "revealed_at" >= "shown_at");
CREATE UNIQUE INDEX "showings_one_open_each" ON "showings" ("learner_id") WHERE "closed_at" IS NULL;

ALTER TABLE "answers"
  ADD CONSTRAINT "answers_score" CHECK ("score" BETWEEN 0 AND 1 AND "correct" = ("score" = 1)),
  ADD CONSTRAINT "answers_response_ms" CHECK ("response_ms" >= 0);

ALTER TABLE "reviews"
  ADD CONSTRAINT "reviews_rating" CHECK ("rating" BETWEEN 1 AND 4),
  ADD CONSTRAINT "reviews_response_ms" CHECK ("response_ms" >= 0),
  ADD CONSTRAINT "reviews_predicted_recall" CHECK ("predicted_recall" BETWEEN 0 AND 1),
  ADD CONSTRAINT "reviews_guess" CHECK ("guess_chance" BETWEEN 0 AND 1 AND "guess_facility" BETWEEN 0 AND 1),
  ADD CONSTRAINT "reviews_step_or_undo" CHECK (
    CASE WHEN "undoes_id" IS NULL
      THEN num_nulls("answer_id", "variant_id", "response", "correct", "response_ms", "rating",
                     "stability_after", "difficulty_after", "parameter_version") = 0
       AND num_nonnulls("due_day", "due_at") = 1
      ELSE num_nonnulls("answer_id", "variant_id", "response", "correct", "confidence", "response_ms", "rating",
                        "guess_chance", "guess_facility", "elapsed_days", "predicted_recall", "stability_before", "difficulty_before",
                        "stability_after", "difficulty_after", "due_day", "due_at", "parameter_version") = 0
       AND "undoes_id" <> "id"
    END),
  ADD CONSTRAINT "reviews_before_together" CHECK (("stability_before" IS NULL) = ("difficulty_before" IS NULL));

-- Append-only -----------------------------------------------------------------------------------------------------
-- Reviews and answers are never changed. They are deleted only while erase_person erases their learner: it names that
-- person in a setting of its own transaction, and the trigger admits that person's rows and no other.
CREATE FUNCTION "refuse_change_of_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('drydock.erasing', true) = OLD.learner_id::text THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: a row cannot be %', TG_TABLE_NAME,
    CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END
    USING HINT = 'Undo a review by appending a row that undoes it.';
END
$$;
CREATE TRIGGER "reviews_append_only" BEFORE UPDATE OR DELETE ON "reviews"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "answers_append_only" BEFORE UPDATE OR DELETE ON "answers"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "answer_beliefs_append_only" BEFORE UPDATE OR DELETE ON "answer_beliefs"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();

CREATE FUNCTION "refuse_truncate_of_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: it cannot be emptied', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "reviews_no_truncate" BEFORE TRUNCATE ON "reviews"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate_of_history"();
CREATE TRIGGER "answers_no_truncate" BEFORE TRUNCATE ON "answers"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate_of_history"();
CREATE TRIGGER "answer_beliefs_no_truncate" BEFORE TRUNCATE ON "answer_beliefs"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate_of_history"();

-- A review undoes an earlier step of the same card, once, and never an undo.
CREATE FUNCTION "check_undo"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone reviews%ROWTYPE;
BEGIN
  SELECT * INTO undone FROM reviews WHERE learner_id = NEW.learner_id AND id = NEW.undoes_id;
  IF undone.undoes_id IS NOT NULL THEN
    RAISE EXCEPTION 'an undo cannot be undone' USING ERRCODE = 'check_violation';
  END IF;
  IF undone.concept_id <> NEW.concept_id OR undone.skill <> NEW.skill THEN
    RAISE EXCEPTION 'a review undoes a step of its own card only' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "reviews_check_undo" BEFORE INSERT ON "reviews"
  FOR EACH ROW WHEN (NEW.undoes_id IS NOT NULL) EXECUTE FUNCTION "check_undo"();

-- Immutable once written --------------------------------------------------------------------------------------------
CREATE FUNCTION "refuse_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is immutable: write a new row', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "variants_immutable" BEFORE UPDATE ON "variants"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "proofs_immutable" BEFORE UPDATE ON "proofs"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "setup_states_immutable" BEFORE UPDATE ON "setup_states"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
-- The publisher may be forgotten (their account was erased); nothing else of a published version may change.
CREATE TRIGGER "template_versions_immutable" BEFORE UPDATE ON "template_versions"
  FOR EACH ROW WHEN ((to_jsonb(OLD) - 'published_by') IS DISTINCT FROM (to_jsonb(NEW) - 'published_by'))
  EXECUTE FUNCTION "refuse_update"();

-- A cohort always keeps an instructor ---------------------------------------------------------------------------------
CREATE FUNCTION "keep_an_instructor"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cohorts WHERE id = OLD.cohort_id)
     AND NOT EXISTS (SELECT 1 FROM memberships WHERE cohort_id = OLD.cohort_id AND role = 'instructor') THEN
    RAISE EXCEPTION 'a cohort keeps at least one instructor' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "memberships_keep_an_instructor" AFTER UPDATE OR DELETE ON "memberships"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'instructor')
  EXECUTE FUNCTION "keep_an_instructor"();

-- Erasure ---------------------------------------------------------------------------------------------------------
-- Removes a person and everything that is theirs, whole or not at all. Cohorts they alone instructed go too; questions
-- they published stay, without their name, because other learners' answers refer to them.
CREATE FUNCTION "erase_person"(person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('drydock.erasing', person::text, true);
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
