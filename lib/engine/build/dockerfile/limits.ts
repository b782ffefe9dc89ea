/** How much of a Dockerfile is read and worked out. What is longer is refused in words of our own. */
export const limits = {
  /** Characters of the whole text. */
  text: 200_000,
  /** Instructions, those of ONBUILD triggers not counted. */
  instructions: 120,
  /** Characters of a word after its variables were put in: `ENV A=$A$A` doubles it. */
  word: 65_536,
  /** `${a:-${b:-…}}` and `ONBUILD ONBUILD …` within one another. */
  depth: 50,
  /** Steps that one pattern in `${a#pattern}` may take. */
  patternSteps: 1_000_000,
} as const;
