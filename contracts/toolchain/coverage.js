// Fails when fewer than the asked percentage of the lines of src/ were run.
const [, , report, least] = process.argv;
let found = 0;
let hit = 0;
for (const line of require("fs").readFileSync(report, "utf8").split("\n")) {
  if (line.startsWith("LF:")) found += Number(line.slice(3));
  if (line.startsWith("LH:")) hit += Number(line.slice(3));
}
const share = (100 * hit) / found;
console.log(`lines run: ${hit} of ${found} (${share.toFixed(1)} %)`);
process.exit(found > 0 && share >= Number(least) ? 0 : 1);
