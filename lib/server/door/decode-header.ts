import 'server-only';

/** The JSON that stands in base64 in `X-Registry-Auth` or `X-Registry-Config`; `''` when there is none. What is no such thing counts as nothing, as Docker has it. */
export function decodeHeader(value: string): string {
  if (value === '') return '';
  const text = Buffer.from(value, 'base64url').toString('utf8');
  try {
    const json = JSON.parse(text) as unknown;
    return typeof json === 'object' && json !== null ? JSON.stringify(json) : '';
  } catch (failure) {
    if (failure instanceof SyntaxError) return '';
    throw failure;
  }
}
