-- Questions of several statements, and lines with gaps: kinds of their own.

-- AlterEnum
ALTER TYPE "question_kind" ADD VALUE 'several' BEFORE 'predict';
ALTER TYPE "question_kind" ADD VALUE 'blanks' BEFORE 'type';
