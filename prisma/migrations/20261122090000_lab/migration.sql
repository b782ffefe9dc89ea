-- Hands-on questions: a kind of their own, and the hints asked for.

-- AlterEnum
ALTER TYPE "question_kind" ADD VALUE 'lab' BEFORE 'flashcard';

-- AlterTable
ALTER TABLE "showings" ADD COLUMN     "hints_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];
