'use client';

import { LiveQuestionCard } from '@/components/home/live-question-card';
import type { LiveQuestion as Live } from '@/components/home/types';
import { postJson } from '../post-json';
import { practiseNowAction } from './sign-in/actions';

/** The front page's question, wired to the route that grades it. */
export function LiveQuestion({ live }: { readonly live: Live }) {
  return (
    <LiveQuestionCard
      live={live}
      check={(submission) => postJson('/api/samples/answers', submission)}
      practiseAsGuest={practiseNowAction}
    />
  );
}
