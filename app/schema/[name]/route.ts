import concepts from '@/content/schema/concepts.json';
import glossary from '@/content/schema/glossary.json';
import misconceptions from '@/content/schema/misconceptions.json';
import readings from '@/content/schema/readings.json';
import source from '@/content/schema/source.json';
import template from '@/content/schema/template.json';

const schemas = new Map<string, unknown>(
  Object.entries({ concepts, glossary, misconceptions, readings, source, template }),
);

/**
 * The JSON Schemas of the question language and of the course's files, for any editor: `/schema/template.json`. Public: they hold nothing of the course but the
 * ids of its concepts and misconceptions.
 */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly name: string }> },
): Promise<Response> {
  const { name } = await params;
  const schema = name.endsWith('.json') ? schemas.get(name.slice(0, -'.json'.length)) : undefined;
  if (schema === undefined) return new Response('There is no such schema.\n', { status: 404 });
  return new Response(JSON.stringify(schema), {
    headers: {
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
    },
  });
}
