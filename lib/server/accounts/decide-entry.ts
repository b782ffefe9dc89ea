/** Somebody whom a provider (or a link sent by mail) vouches for. */
export interface Entry {
  readonly provider: 'email' | 'github' | 'google';
  /** Whose account this very identity already is. */
  readonly ownerId: string | null;
  /** The member with the address that the provider has verified. */
  readonly byEmail: {
    readonly id: string;
    readonly hasPassword: boolean;
    readonly emailVerified: boolean;
  } | null;
  /** Who is signed in on this browser. */
  readonly current: { readonly id: string; readonly kind: 'guest' | 'member' } | null;
}

export type EntryDecision =
  /** Sign in as `personId`, with what is given here done before. */
  | {
      readonly kind: 'enter';
      readonly personId: string;
      /** Remember the identity as a way of theirs to sign in. */
      readonly link: boolean;
      /** A password was set by somebody who never showed that the address is theirs: it goes, and their sessions. */
      readonly dropPassword: boolean;
      /** The guest whose progress moves to `personId`. */
      readonly mergeGuestId: string | null;
    }
  /** The guest becomes a member under their own id. */
  | { readonly kind: 'upgrade'; readonly guestId: string }
  | { readonly kind: 'create' }
  /** An account with a password has the address: its password must be shown first. */
  | { readonly kind: 'refuse'; readonly reason: 'needs-password' }
  /** The identity is somebody else's way to sign in. */
  | { readonly kind: 'refuse'; readonly reason: 'belongs-to-another' };

/**
 * What signing in through a provider comes to. Rules (docs/decisions/022): an identity known already is its owner's; a
 * signed-in member links it to themselves; a verified address opens an account that has no password; an account that
 * has one is opened by its password or by a link sent to the address, never by a provider's word alone.
 */
export function decideEntry({ provider, ownerId, byEmail, current }: Entry): EntryDecision {
  const guestId = current?.kind === 'guest' ? current.id : null;
  const member = current?.kind === 'member' ? current : null;
  const enter = (personId: string, link: boolean, dropPassword = false): EntryDecision => ({
    kind: 'enter',
    personId,
    link,
    dropPassword,
    mergeGuestId: guestId,
  });
  if (provider === 'email') {
    if (byEmail === null)
      return guestId === null ? { kind: 'create' } : { kind: 'upgrade', guestId };
    const dropPassword = byEmail.hasPassword && !byEmail.emailVerified;
    return enter(byEmail.id, ownerId === null, dropPassword);
  }
  if (ownerId !== null) {
    return member !== null && member.id !== ownerId
      ? { kind: 'refuse', reason: 'belongs-to-another' }
      : enter(ownerId, false);
  }
  if (member !== null) return enter(member.id, true);
  if (byEmail !== null) {
    return byEmail.hasPassword || !byEmail.emailVerified
      ? { kind: 'refuse', reason: 'needs-password' }
      : enter(byEmail.id, true);
  }
  return guestId === null ? { kind: 'create' } : { kind: 'upgrade', guestId };
}
