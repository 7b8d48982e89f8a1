// Bundles the dashboard into dist/: index.html, and assets whose names carry a
// hash of their content so that they can be cached for ever.
import * as esbuild from "esbuild";
import { copyFile, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const dist = join(root, "dist");

const options = {
  absWorkingDir: root,
  entryPoints: { app: "src/main.tsx", style: "src/styles/main.css", icon: "src/icon.svg" },
  outdir: "dist/assets",
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".svg": "copy", ".woff2": "file" },
  bundle: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: true,
  sourcemap: false,
  legalComments: "linked",
  metafile: true,
  logLevel: "warning",
};

async function clean() {
  for (const name of await readdir(dist)) {
    if (name !== ".keep") await rm(join(dist, name), { recursive: true });
  }
}

async function page(result) {
  let html = await readFile(join(root, "src/index.html"), "utf8");
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (!output.entryPoint) continue;
    html = html.replaceAll(`%${basename(output.entryPoint)}%`, `/assets/${basename(path)}`);
  }
  const missing = html.match(/%[\w.]+%/);
  if (missing) throw new Error(`src/index.html names ${missing[0]}, which is no entry point of build.mjs`);
  await writeFile(join(dist, "index.html"), html);
  // The font's licence asks to travel with it.
  await copyFile(join(root, "node_modules/@fontsource-variable/inter/LICENSE"), join(dist, "assets/inter-licence.txt"));
}

const writePage = {
  name: "page",
  setup(build) {
    build.onStart(clean);
    build.onEnd((result) => (result.errors.length > 0 ? undefined : page(result)));
  },
};

if (process.argv.includes("--watch")) {
  const context = await esbuild.context({ ...options, plugins: [writePage] });
  await context.watch();
} else {
  await esbuild.build({ ...options, plugins: [writePage] });
}
