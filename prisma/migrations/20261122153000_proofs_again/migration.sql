-- CreateTable
CREATE TABLE "reproofs" (
    "template_version_id" UUID NOT NULL,
    "engine_version" TEXT NOT NULL,
    "proved" BOOLEAN NOT NULL,
    "proof" JSONB NOT NULL,
    "flips" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reproofs_pkey" PRIMARY KEY ("template_version_id","engine_version")
);

-- AddForeignKey
ALTER TABLE "reproofs" ADD CONSTRAINT "reproofs_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "template_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
