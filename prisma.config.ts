import { defineConfig } from 'prisma/config';

// `prisma generate` looks for a native schema engine before it starts, and never runs it: any program
// satisfies it, and nothing is downloaded. Migrations use the WebAssembly engine (scripts/db).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
