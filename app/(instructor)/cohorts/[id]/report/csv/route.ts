import { getLocale } from 'next-intl/server';
import { AppError, toResponse } from '@/lib/server/app-error';
import { readCohortReport } from '@/lib/server/cohorts/read-cohort-report';
import { reportCsv, reportTables } from '@/lib/server/cohorts/report-csv';
import { requireApiViewer } from '@/lib/server/viewer';

/** A table of the cohort's report as a file, for its instructors. `?table=` learners (unless said), map or beliefs. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const locale = await getLocale();
  try {
    const viewer = await requireApiViewer();
    const asked = new URL(request.url).searchParams.get('table') ?? 'learners';
    const table = reportTables.find((each) => each === asked);
    if (table === undefined) throw new AppError('not-found');
    const view = await readCohortReport(viewer, (await params).id, locale);
    return new Response(reportCsv(view, table), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="drydock-${table}.csv"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    return toResponse(error, locale);
  }
}
