import { byName, checkDerived, isInWords, usedInParameters } from './check-derived';
import { didYouMean } from './nearest-word';
import { parametersIn } from './parameters';
import type { Complaint } from './parse-parameters';
import { allTexts, type DraftTemplate } from './template-texts';

/** Parameters that are used and not declared, declared and not used, or used where they have no meaning. */
export function checkParameters(template: DraftTemplate): Complaint[] {
  const declared = byName(template.parameters);
  const used = new Set(usedInParameters(template.parameters));
  const complaints = checkDerived(template.parameters);
  if (complaints.length > 0) return complaints;
  for (const { path, text, use } of allTexts(template)) {
    for (const name of parametersIn(text)) {
      used.add(name);
      if (name === 'value' && use === 'outcome-words') continue;
      const parameter = declared.get(name);
      const offset = text.indexOf(`<${name}>`);
      if (name === 'value') {
        complaints.push({
          path,
          offset,
          message: '`<value>` has a meaning only in the words of `"*"` in `say`',
          instead: 'declare a parameter of another name',
        });
      } else if (parameter === undefined) {
        const known = [...declared.keys()];
        const advice =
          known.length === 0 ? `add \`with: { ${name}: [web, api] }\`` : didYouMean(name, known);
        complaints.push({
          path,
          offset,
          message: `the parameter \`<${name}>\` is not declared`,
          instead: `${advice}; a literal < is written \\<`,
        });
      } else if (use === 'command' && isInWords(name, declared)) {
        complaints.push({
          path,
          offset,
          message: `\`<${name}>\` is in two languages and cannot stand in a command or a fact`,
          instead: 'give it single texts, or use it in words only',
        });
      }
    }
  }
  for (const parameter of template.parameters) {
    for (const name of parameter.names.filter((name) => !used.has(name))) {
      complaints.push({
        path: ['with', parameter.names.join(', ')],
        message: `the parameter \`${name}\` is never used`,
        instead: `use it as \`<${name}>\` or remove it`,
      });
    }
  }
  return complaints;
}
