'use client';

import { useState } from 'react';
import { RunStage } from '@/components/engine-stage/run-stage';
import type { StageFrame } from '@/lib/stage/picture';

/** A shared run on the engine stage, from its first step. */
export function SharedRun({ frames }: { readonly frames: readonly StageFrame[] }) {
  const [at, setAt] = useState(0);
  return <RunStage run={frames} at={at} onMove={setAt} />;
}
