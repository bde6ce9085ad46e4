/**
 * Builds the page into dist/: one script, one style sheet and the map's worker
 * under names that carry a digest of their content, the base map beside them,
 * and index.html, which names them. Nothing is fetched from elsewhere at run
 * time and nothing is inline, so a policy of 'self' alone suffices.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { basemap } from './basemap.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..');
const dist = path.join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, 'assets'), { recursive: true });

const workerFile = fileURLToPath(new URL('maplibre-gl-worker.mjs', import.meta.resolve('maplibre-gl')));
const worker = await asset('worker.js', await readFile(workerFile));
const base = await asset('base.json', JSON.stringify(await basemap()));

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/css/page.css'],
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'linked',
  metafile: true,
  define: { WORKER_URL: JSON.stringify(worker), BASE_URL: JSON.stringify(base) },
});

const made = Object.entries(metafile.outputs);
const nameOf = (source) => `assets/${path.basename(made.find(([, o]) => o.entryPoint === source)[0])}`;
const page = (await readFile(path.join(root, 'src/index.html'), 'utf8'))
  .replace('{{script}}', nameOf('src/main.ts'))
  .replace('{{style}}', nameOf('src/css/page.css'));
await writeFile(path.join(dist, 'index.html'), page);

/** Writes a file under assets/ and returns its address relative to the page. */
async function asset(name, content) {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const { name: stem, ext } = path.parse(name);
  const file = `assets/${stem}-${digest}${ext}`;
  await writeFile(path.join(dist, file), content);
  return file;
}
