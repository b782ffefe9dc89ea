import { problemLine, type TemplateProblem } from './template-problem';
import type { TemplateProof } from './template-proof';

/** A proof without the samples, which only the studio shows. */
export type ProofReport = Omit<TemplateProof, 'samples'>;

/** What is printed of one template: whether it is proved, then indented what is to be mended. docs/authoring.md shows it. */
export function proofLines(report: ProofReport): readonly string[] {
  const { templateId, kind, variants, yesNo, beliefs, proved, problems, warnings } = report;
  const told = beliefs.length === 0 ? '' : `, beliefs ${beliefs.length}`;
  return [
    `${proved ? 'proved' : 'FAILED'}  ${templateId}  ${kind}${yesNo ? ' (yes/no)' : ''}, variants ${variants}${told}`,
    ...problems.map((problem) => `    ${problemLine(problem)}`),
    ...warnings.map((warning) => `    warning ${problemLine(warning)}`),
  ];
}

/** How many templates, variants, proofs and failures there are in all. */
interface ProofTotal {
  readonly templates: number;
  readonly variants: number;
  readonly proved: number;
  readonly failed: number;
}

export function proofTotal(reports: readonly ProofReport[]): ProofTotal {
  const failed = reports.filter((report) => !report.proved).length;
  const variants = reports.reduce((sum, report) => sum + report.variants, 0);
  return { templates: reports.length, variants, proved: reports.length - failed, failed };
}

/** The last line of what is printed. */
export function totalLine({ templates, variants, proved, failed }: ProofTotal): string {
  return `templates ${templates}, variants ${variants}, proved ${proved}, failed ${failed}`;
}

/** What is printed when the content cannot be read. */
export function unreadLines(problems: readonly TemplateProblem[]): readonly string[] {
  return [...problems.map(problemLine), `content cannot be read: ${problems.length} problem(s)`];
}
