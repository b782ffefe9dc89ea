-- What a misconception bears on, where a statement of the sources is taught; both are filled by the next load of the content.
ALTER TABLE "misconceptions" ADD COLUMN "concepts" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "source_statements" ADD COLUMN "concepts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- The words of the field.
CREATE TABLE "glossary_terms" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "term" JSONB NOT NULL,
    "also" JSONB NOT NULL,
    "text" JSONB NOT NULL,
    "command" TEXT,
    "concepts" TEXT[],
    "sources" JSONB NOT NULL,

    CONSTRAINT "glossary_terms_pkey" PRIMARY KEY ("id")
);
