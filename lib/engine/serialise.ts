import { canonicalJson } from './digest';
import type { Sandbox } from './state';

/** A sandbox as JSON with sorted keys: equal states give equal texts. */
export function serialise(sandbox: Sandbox): string {
  return canonicalJson(sandbox);
}

/** The sandbox that `serialise` wrote. The text must come from there: it is not checked again. */
export function deserialise(text: string): Sandbox {
  return JSON.parse(text) as Sandbox;
}
