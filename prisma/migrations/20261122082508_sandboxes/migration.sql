-- CreateEnum
CREATE TYPE "sandbox_kind" AS ENUM ('setup', 'question', 'free');

-- CreateEnum
CREATE TYPE "container_state" AS ENUM ('created', 'running', 'paused', 'restarting', 'exited');

-- CreateEnum
CREATE TYPE "mount_kind" AS ENUM ('volume', 'bind', 'tmpfs');

-- CreateEnum
CREATE TYPE "journal_kind" AS ENUM ('line', 'request', 'wait', 'undo', 'reset');

-- CreateTable
CREATE TABLE "setup_state_texts" (
    "hash" CHAR(64) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "setup_state_texts_pkey" PRIMARY KEY ("hash")
);

-- Setup states that are stored already are kept as they were written. Only the engine can take them apart: each becomes
-- rows when it is read for the first time.
ALTER TABLE "setup_state_texts" ADD CONSTRAINT "setup_state_texts_named_by_content"
  CHECK ("hash" = encode(sha256(convert_to("state", 'UTF8')), 'hex'));
INSERT INTO "setup_state_texts" ("hash", "state") SELECT "hash", "state" FROM "setup_states";

-- AlterTable
ALTER TABLE "setup_states" DROP COLUMN "state",
ADD COLUMN     "sandbox_id" UUID;

-- CreateTable
CREATE TABLE "sandboxes" (
    "id" UUID NOT NULL,
    "kind" "sandbox_kind" NOT NULL,
    "learner_id" UUID,
    "showing_id" UUID,
    "base_hash" CHAR(64),
    "recipe" JSON,
    "engine_version" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "seed" TEXT NOT NULL,
    "now" DOUBLE PRECISION NOT NULL,
    "commands" INTEGER NOT NULL,
    "made" INTEGER NOT NULL,
    "client" JSON NOT NULL,
    "home_files" JSON NOT NULL,
    "session" JSON NOT NULL,
    "journal_size" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expired_at" TIMESTAMPTZ(3),

    CONSTRAINT "sandboxes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image_contents" (
    "digest" CHAR(64) NOT NULL,
    "image_id" TEXT NOT NULL,
    "created" TEXT NOT NULL,
    "parent" TEXT NOT NULL,
    "size" DOUBLE PRECISION NOT NULL,
    "config" JSON NOT NULL,
    "about" JSON NOT NULL,

    CONSTRAINT "image_contents_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "image_content_layers" (
    "digest" CHAR(64) NOT NULL,
    "position" SMALLINT NOT NULL,
    "diff_id" TEXT NOT NULL,

    CONSTRAINT "image_content_layers_pkey" PRIMARY KEY ("digest","position")
);

-- CreateTable
CREATE TABLE "layer_contents" (
    "digest" CHAR(64) NOT NULL,
    "diff_id" TEXT NOT NULL,
    "size" DOUBLE PRECISION NOT NULL,
    "files" JSON NOT NULL,

    CONSTRAINT "layer_contents_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "sandbox_images" (
    "sandbox_id" UUID NOT NULL,
    "image_id" TEXT NOT NULL,
    "digest" CHAR(64),
    "held_digest" CHAR(64),
    "tagged_at" DOUBLE PRECISION,

    CONSTRAINT "sandbox_images_pkey" PRIMARY KEY ("sandbox_id","image_id")
);

-- CreateTable
CREATE TABLE "sandbox_image_names" (
    "sandbox_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "image_id" TEXT NOT NULL,

    CONSTRAINT "sandbox_image_names_pkey" PRIMARY KEY ("sandbox_id","name")
);

-- CreateTable
CREATE TABLE "sandbox_layers" (
    "sandbox_id" UUID NOT NULL,
    "diff_id" TEXT NOT NULL,
    "digest" CHAR(64) NOT NULL,

    CONSTRAINT "sandbox_layers_pkey" PRIMARY KEY ("sandbox_id","diff_id")
);

-- CreateTable
CREATE TABLE "sandbox_containers" (
    "sandbox_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "created" DOUBLE PRECISION NOT NULL,
    "image_id" TEXT NOT NULL,
    "state" "container_state" NOT NULL,
    "restart_count" INTEGER NOT NULL,
    "stopped_by_hand" BOOLEAN NOT NULL,
    "backoff" DOUBLE PRECISION NOT NULL,
    "started_at" DOUBLE PRECISION,
    "finished_at" DOUBLE PRECISION,
    "exit_code" INTEGER,
    "error" TEXT,
    "oom_killed" BOOLEAN,
    "restart_at" DOUBLE PRECISION,
    "address" TEXT,
    "config" JSON NOT NULL,
    "host_config" JSON NOT NULL,
    "networks" JSON NOT NULL,
    "health" JSON NOT NULL,
    "run" JSON NOT NULL,

    CONSTRAINT "sandbox_containers_pkey" PRIMARY KEY ("sandbox_id","id")
);

-- CreateTable
CREATE TABLE "sandbox_container_files" (
    "sandbox_id" UUID NOT NULL,
    "container_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "files" JSON NOT NULL,

    CONSTRAINT "sandbox_container_files_pkey" PRIMARY KEY ("sandbox_id","container_id","part")
);

-- CreateTable
CREATE TABLE "sandbox_container_logs" (
    "sandbox_id" UUID NOT NULL,
    "container_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "frames" JSON NOT NULL,

    CONSTRAINT "sandbox_container_logs_pkey" PRIMARY KEY ("sandbox_id","container_id","position")
);

-- CreateTable
CREATE TABLE "sandbox_ports" (
    "sandbox_id" UUID NOT NULL,
    "container_id" TEXT NOT NULL,
    "container_port" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "host_ip" TEXT NOT NULL,
    "host_port" INTEGER NOT NULL,
    "protocol" TEXT NOT NULL,

    CONSTRAINT "sandbox_ports_pkey" PRIMARY KEY ("sandbox_id","container_id","container_port","position")
);

-- CreateTable
CREATE TABLE "sandbox_mounts" (
    "sandbox_id" UUID NOT NULL,
    "container_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "kind" "mount_kind" NOT NULL,
    "path" TEXT NOT NULL,
    "volume_name" TEXT,
    "source" TEXT,
    "readonly" BOOLEAN,
    "anonymous" BOOLEAN,
    "options" TEXT,
    "listed" BOOLEAN,

    CONSTRAINT "sandbox_mounts_pkey" PRIMARY KEY ("sandbox_id","container_id","position")
);

-- CreateTable
CREATE TABLE "sandbox_volumes" (
    "sandbox_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created" DOUBLE PRECISION NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "labels" JSON NOT NULL,
    "options" JSON,
    "files" JSON NOT NULL,

    CONSTRAINT "sandbox_volumes_pkey" PRIMARY KEY ("sandbox_id","name")
);

-- CreateTable
CREATE TABLE "sandbox_networks" (
    "sandbox_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "driver" TEXT NOT NULL,
    "created" DOUBLE PRECISION NOT NULL,
    "about" JSON NOT NULL,

    CONSTRAINT "sandbox_networks_pkey" PRIMARY KEY ("sandbox_id","id")
);

-- CreateTable
CREATE TABLE "sandbox_endpoints" (
    "sandbox_id" UUID NOT NULL,
    "container_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "network_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "bits" SMALLINT NOT NULL,
    "address6" TEXT NOT NULL,
    "bits6" SMALLINT NOT NULL,
    "mac" TEXT NOT NULL,

    CONSTRAINT "sandbox_endpoints_pkey" PRIMARY KEY ("sandbox_id","container_id","position")
);

-- CreateTable
CREATE TABLE "sandbox_registry_contents" (
    "sandbox_id" UUID NOT NULL,
    "registry" TEXT NOT NULL,
    "repository" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "size" DOUBLE PRECISION NOT NULL,
    "image_digest" CHAR(64) NOT NULL,

    CONSTRAINT "sandbox_registry_contents_pkey" PRIMARY KEY ("sandbox_id","registry","repository","tag")
);

-- CreateTable
CREATE TABLE "sandbox_registry_logins" (
    "sandbox_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "password" TEXT NOT NULL,

    CONSTRAINT "sandbox_registry_logins_pkey" PRIMARY KEY ("sandbox_id","host")
);

-- CreateTable
CREATE TABLE "sandbox_registry_pulls" (
    "sandbox_id" UUID NOT NULL,
    "meter" TEXT NOT NULL,
    "times" JSON NOT NULL,

    CONSTRAINT "sandbox_registry_pulls_pkey" PRIMARY KEY ("sandbox_id","meter")
);

-- CreateTable
CREATE TABLE "sandbox_execs" (
    "sandbox_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "container_id" TEXT NOT NULL,
    "pid" INTEGER,
    "exit_code" INTEGER,
    "about" JSON NOT NULL,

    CONSTRAINT "sandbox_execs_pkey" PRIMARY KEY ("sandbox_id","id")
);

-- CreateTable
CREATE TABLE "sandbox_events" (
    "sandbox_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" DOUBLE PRECISION NOT NULL,
    "type" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "attributes" JSON NOT NULL,

    CONSTRAINT "sandbox_events_pkey" PRIMARY KEY ("sandbox_id","position")
);

-- CreateTable
CREATE TABLE "sandbox_journal" (
    "sandbox_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "command_key" UUID NOT NULL,
    "kind" "journal_kind" NOT NULL,
    "input" JSON,
    "upload_hash" CHAR(64),
    "now" DOUBLE PRECISION NOT NULL,
    "requests" JSON NOT NULL,
    "result" JSON NOT NULL,
    "engine_version" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sandbox_journal_pkey" PRIMARY KEY ("sandbox_id","position")
);

-- CreateTable
CREATE TABLE "uploads" (
    "hash" CHAR(64) NOT NULL,
    "content" JSON NOT NULL,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "engine_keys" (
    "id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "sandbox_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "engine_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shared_runs" (
    "key" TEXT NOT NULL,
    "sandbox_id" UUID NOT NULL,
    "through" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "shared_runs_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "sandboxes_base_hash_idx" ON "sandboxes"("base_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sandboxes_learner_id_showing_id_key" ON "sandboxes"("learner_id", "showing_id");

-- CreateIndex
CREATE INDEX "image_contents_image_id_idx" ON "image_contents"("image_id");

-- CreateIndex
CREATE INDEX "image_content_layers_diff_id_idx" ON "image_content_layers"("diff_id");

-- CreateIndex
CREATE INDEX "sandbox_images_digest_idx" ON "sandbox_images"("digest");

-- CreateIndex
CREATE INDEX "sandbox_images_held_digest_idx" ON "sandbox_images"("held_digest");

-- CreateIndex
CREATE INDEX "sandbox_image_names_sandbox_id_image_id_idx" ON "sandbox_image_names"("sandbox_id", "image_id");

-- CreateIndex
CREATE INDEX "sandbox_layers_digest_idx" ON "sandbox_layers"("digest");

-- CreateIndex
CREATE INDEX "sandbox_containers_sandbox_id_image_id_idx" ON "sandbox_containers"("sandbox_id", "image_id");

-- Checked when a statement ends, because one statement saves a whole command.
ALTER TABLE "sandbox_containers" ADD CONSTRAINT "sandbox_containers_sandbox_id_name_key" UNIQUE ("sandbox_id", "name") DEFERRABLE INITIALLY IMMEDIATE;

-- Checked when a statement ends, because one statement saves a whole command.
ALTER TABLE "sandbox_containers" ADD CONSTRAINT "sandbox_containers_sandbox_id_ordinal_key" UNIQUE ("sandbox_id", "ordinal") DEFERRABLE INITIALLY IMMEDIATE;

-- Checked when a statement ends, because one statement saves a whole command.
ALTER TABLE "sandbox_ports" ADD CONSTRAINT "sandbox_ports_sandbox_id_host_port_protocol_host_ip_key" UNIQUE ("sandbox_id", "host_port", "protocol", "host_ip") DEFERRABLE INITIALLY IMMEDIATE;

-- CreateIndex
CREATE INDEX "sandbox_mounts_sandbox_id_volume_name_idx" ON "sandbox_mounts"("sandbox_id", "volume_name");

-- Checked when a statement ends, because one statement saves a whole command.
ALTER TABLE "sandbox_networks" ADD CONSTRAINT "sandbox_networks_sandbox_id_name_key" UNIQUE ("sandbox_id", "name") DEFERRABLE INITIALLY IMMEDIATE;

-- CreateIndex
CREATE INDEX "sandbox_endpoints_sandbox_id_network_id_idx" ON "sandbox_endpoints"("sandbox_id", "network_id");

-- CreateIndex
CREATE INDEX "sandbox_registry_contents_image_digest_idx" ON "sandbox_registry_contents"("image_digest");

-- CreateIndex
CREATE INDEX "sandbox_journal_upload_hash_idx" ON "sandbox_journal"("upload_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_journal_sandbox_id_command_key_key" ON "sandbox_journal"("sandbox_id", "command_key");

-- CreateIndex
CREATE UNIQUE INDEX "engine_keys_hash_key" ON "engine_keys"("hash");

-- CreateIndex
CREATE INDEX "engine_keys_learner_id_idx" ON "engine_keys"("learner_id");

-- CreateIndex
CREATE INDEX "engine_keys_sandbox_id_idx" ON "engine_keys"("sandbox_id");

-- CreateIndex
CREATE INDEX "shared_runs_sandbox_id_idx" ON "shared_runs"("sandbox_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_states_sandbox_id_key" ON "setup_states"("sandbox_id");

-- AddForeignKey
ALTER TABLE "setup_states" ADD CONSTRAINT "setup_states_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setup_state_texts" ADD CONSTRAINT "setup_state_texts_hash_fkey" FOREIGN KEY ("hash") REFERENCES "setup_states"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandboxes" ADD CONSTRAINT "sandboxes_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sandboxes" ADD CONSTRAINT "sandboxes_learner_id_showing_id_fkey" FOREIGN KEY ("learner_id", "showing_id") REFERENCES "showings"("learner_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sandboxes" ADD CONSTRAINT "sandboxes_base_hash_fkey" FOREIGN KEY ("base_hash") REFERENCES "setup_states"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_content_layers" ADD CONSTRAINT "image_content_layers_digest_fkey" FOREIGN KEY ("digest") REFERENCES "image_contents"("digest") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_images" ADD CONSTRAINT "sandbox_images_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_images" ADD CONSTRAINT "sandbox_images_digest_fkey" FOREIGN KEY ("digest") REFERENCES "image_contents"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_images" ADD CONSTRAINT "sandbox_images_held_digest_fkey" FOREIGN KEY ("held_digest") REFERENCES "image_contents"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_image_names" ADD CONSTRAINT "sandbox_image_names_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_image_names" ADD CONSTRAINT "sandbox_image_names_sandbox_id_image_id_fkey" FOREIGN KEY ("sandbox_id", "image_id") REFERENCES "sandbox_images"("sandbox_id", "image_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_layers" ADD CONSTRAINT "sandbox_layers_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_layers" ADD CONSTRAINT "sandbox_layers_digest_fkey" FOREIGN KEY ("digest") REFERENCES "layer_contents"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_containers" ADD CONSTRAINT "sandbox_containers_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_containers" ADD CONSTRAINT "sandbox_containers_sandbox_id_image_id_fkey" FOREIGN KEY ("sandbox_id", "image_id") REFERENCES "sandbox_images"("sandbox_id", "image_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_container_files" ADD CONSTRAINT "sandbox_container_files_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_container_files" ADD CONSTRAINT "sandbox_container_files_sandbox_id_container_id_fkey" FOREIGN KEY ("sandbox_id", "container_id") REFERENCES "sandbox_containers"("sandbox_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_container_logs" ADD CONSTRAINT "sandbox_container_logs_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_container_logs" ADD CONSTRAINT "sandbox_container_logs_sandbox_id_container_id_fkey" FOREIGN KEY ("sandbox_id", "container_id") REFERENCES "sandbox_containers"("sandbox_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_ports" ADD CONSTRAINT "sandbox_ports_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_ports" ADD CONSTRAINT "sandbox_ports_sandbox_id_container_id_fkey" FOREIGN KEY ("sandbox_id", "container_id") REFERENCES "sandbox_containers"("sandbox_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_mounts" ADD CONSTRAINT "sandbox_mounts_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_mounts" ADD CONSTRAINT "sandbox_mounts_sandbox_id_container_id_fkey" FOREIGN KEY ("sandbox_id", "container_id") REFERENCES "sandbox_containers"("sandbox_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_mounts" ADD CONSTRAINT "sandbox_mounts_sandbox_id_volume_name_fkey" FOREIGN KEY ("sandbox_id", "volume_name") REFERENCES "sandbox_volumes"("sandbox_id", "name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_volumes" ADD CONSTRAINT "sandbox_volumes_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_networks" ADD CONSTRAINT "sandbox_networks_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_endpoints" ADD CONSTRAINT "sandbox_endpoints_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_endpoints" ADD CONSTRAINT "sandbox_endpoints_sandbox_id_container_id_fkey" FOREIGN KEY ("sandbox_id", "container_id") REFERENCES "sandbox_containers"("sandbox_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_endpoints" ADD CONSTRAINT "sandbox_endpoints_sandbox_id_network_id_fkey" FOREIGN KEY ("sandbox_id", "network_id") REFERENCES "sandbox_networks"("sandbox_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_registry_contents" ADD CONSTRAINT "sandbox_registry_contents_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_registry_contents" ADD CONSTRAINT "sandbox_registry_contents_image_digest_fkey" FOREIGN KEY ("image_digest") REFERENCES "image_contents"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_registry_logins" ADD CONSTRAINT "sandbox_registry_logins_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_registry_pulls" ADD CONSTRAINT "sandbox_registry_pulls_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_execs" ADD CONSTRAINT "sandbox_execs_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_events" ADD CONSTRAINT "sandbox_events_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_journal" ADD CONSTRAINT "sandbox_journal_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_journal" ADD CONSTRAINT "sandbox_journal_upload_hash_fkey" FOREIGN KEY ("upload_hash") REFERENCES "uploads"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_keys" ADD CONSTRAINT "engine_keys_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "engine_keys" ADD CONSTRAINT "engine_keys_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_runs" ADD CONSTRAINT "shared_runs_sandbox_id_fkey" FOREIGN KEY ("sandbox_id") REFERENCES "sandboxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------------------
-- Written by hand: what the schema language cannot say.
-- ------------------------------------------------------------------------------------------------------------------

-- Checks ----------------------------------------------------------------------------------------------------------
ALTER TABLE "sandboxes"
  ADD CONSTRAINT "sandboxes_kind" CHECK (
    CASE "kind"
      WHEN 'setup' THEN num_nonnulls("learner_id", "showing_id", "base_hash", "recipe", "expired_at") = 0 AND "version" = 0
      WHEN 'question' THEN num_nulls("learner_id", "showing_id", "base_hash") = 0 AND "recipe" IS NULL
      ELSE num_nonnulls("showing_id", "base_hash") = 0 AND "recipe" IS NOT NULL
    END),
  ADD CONSTRAINT "sandboxes_counts" CHECK ("version" >= 0 AND "commands" >= 0 AND "made" >= 0 AND "journal_size" >= 0);

ALTER TABLE "sandbox_images"
  ADD CONSTRAINT "sandbox_images_somewhere" CHECK (num_nonnulls("digest", "held_digest") >= 1),
  ADD CONSTRAINT "sandbox_images_tagged" CHECK ("tagged_at" IS NULL OR "digest" IS NOT NULL);

ALTER TABLE "sandbox_containers"
  ADD CONSTRAINT "sandbox_containers_ordinal" CHECK ("ordinal" >= 0),
  ADD CONSTRAINT "sandbox_containers_state" CHECK (
    CASE WHEN "state" IN ('running', 'paused')
      THEN num_nulls("started_at", "address") = 0 AND num_nonnulls("exit_code", "error", "oom_killed", "restart_at") = 0
      ELSE num_nulls("exit_code", "error") = 0 AND "address" IS NULL AND ("restart_at" IS NOT NULL) = ("state" = 'restarting')
    END);

ALTER TABLE "sandbox_ports"
  ADD CONSTRAINT "sandbox_ports_number" CHECK ("host_port" BETWEEN 0 AND 65535);

ALTER TABLE "sandbox_mounts"
  ADD CONSTRAINT "sandbox_mounts_kind" CHECK (
    CASE "kind"
      WHEN 'volume' THEN num_nulls("volume_name", "readonly", "anonymous") = 0 AND num_nonnulls("source", "options", "listed") = 0
      WHEN 'bind' THEN num_nulls("source", "readonly") = 0 AND num_nonnulls("volume_name", "anonymous", "options", "listed") = 0
      ELSE num_nulls("options", "listed") = 0 AND num_nonnulls("volume_name", "source", "readonly", "anonymous") = 0
    END);

ALTER TABLE "sandbox_journal"
  ADD CONSTRAINT "sandbox_journal_position" CHECK ("position" >= 1),
  ADD CONSTRAINT "sandbox_journal_input" CHECK (num_nonnulls("input", "upload_hash") = 1);

ALTER TABLE "uploads"
  ADD CONSTRAINT "uploads_named_by_content" CHECK ("hash" = encode(sha256(convert_to("content"::text, 'UTF8')), 'hex'));

ALTER TABLE "engine_keys" ADD CONSTRAINT "engine_keys_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "shared_runs"
  ADD CONSTRAINT "shared_runs_key" CHECK ("key" ~ '^[0-9A-Za-z]{32}$'),
  ADD CONSTRAINT "shared_runs_through" CHECK ("through" >= 0);

-- Immutable once written --------------------------------------------------------------------------------------------
CREATE TRIGGER "image_contents_immutable" BEFORE UPDATE ON "image_contents"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "image_content_layers_immutable" BEFORE UPDATE ON "image_content_layers"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "layer_contents_immutable" BEFORE UPDATE ON "layer_contents"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "uploads_immutable" BEFORE UPDATE ON "uploads"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
-- Every change of a sandbox counts its version up, so that this guards all rows of a setup.
CREATE TRIGGER "sandboxes_setup_immutable" BEFORE UPDATE ON "sandboxes"
  FOR EACH ROW WHEN (OLD."kind" = 'setup') EXECUTE FUNCTION "refuse_update"();
-- A setup state may get its rows once; nothing else of it may change.
DROP TRIGGER "setup_states_immutable" ON "setup_states";
CREATE TRIGGER "setup_states_immutable" BEFORE UPDATE ON "setup_states"
  FOR EACH ROW WHEN (OLD."sandbox_id" IS NOT NULL OR (to_jsonb(OLD) - 'sandbox_id') IS DISTINCT FROM (to_jsonb(NEW) - 'sandbox_id'))
  EXECUTE FUNCTION "refuse_update"();

-- Append-only -----------------------------------------------------------------------------------------------------
-- As reviews are: only erase_person deletes entries, and only those of the person that it erases.
CREATE FUNCTION "refuse_change_of_journal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT 1 FROM sandboxes WHERE id = OLD.sandbox_id AND learner_id::text = current_setting('drydock.erasing', true)) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: a row cannot be %', TG_TABLE_NAME,
    CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END
    USING HINT = 'Undo a command by appending an entry that undoes it.';
END
$$;
CREATE TRIGGER "sandbox_journal_append_only" BEFORE UPDATE OR DELETE ON "sandbox_journal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_journal"();
CREATE TRIGGER "sandbox_journal_no_truncate" BEFORE TRUNCATE ON "sandbox_journal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate_of_history"();

-- Expiry ----------------------------------------------------------------------------------------------------------
-- Takes the rows of a state away, in the order in which they lean on one another. The sandbox and its journal stay.
CREATE FUNCTION "clear_sandbox"(sandbox uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM sandbox_events WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_execs WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_registry_pulls WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_registry_logins WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_registry_contents WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_endpoints WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_networks WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_mounts WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_volumes WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_ports WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_container_logs WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_container_files WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_containers WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_layers WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_image_names WHERE sandbox_id = sandbox;
  DELETE FROM sandbox_images WHERE sandbox_id = sandbox;
END
$$;

-- Erasure ---------------------------------------------------------------------------------------------------------
-- As before, with the person's sandboxes, their journals, keys and shared runs.
CREATE OR REPLACE FUNCTION "erase_person"(person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('drydock.erasing', person::text, true);
  PERFORM clear_sandbox(id) FROM sandboxes WHERE learner_id = person;
  DELETE FROM engine_keys WHERE learner_id = person;
  DELETE FROM sandbox_journal j USING sandboxes s WHERE s.id = j.sandbox_id AND s.learner_id = person;
  DELETE FROM sandboxes WHERE learner_id = person;
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
