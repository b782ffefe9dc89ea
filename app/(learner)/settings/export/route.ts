import { getLocale } from 'next-intl/server';
import { exportMyData } from '@/lib/server/accounts/export-my-data';
import { toResponse } from '@/lib/server/app-error';
import { requireApiViewer } from '@/lib/server/viewer';

/** Everything kept about whoever asks, as a file. */
export async function GET(): Promise<Response> {
  try {
    const viewer = await requireApiViewer();
    const data = await exportMyData(viewer.id);
    const day = data.exportedAt.toISOString().slice(0, 10);
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="drydock-${day}.json"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    return toResponse(error, await getLocale());
  }
}
