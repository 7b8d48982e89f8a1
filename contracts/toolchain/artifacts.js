// Writes artifacts/<Contract>.abi and .bin of every deployable contract in src/.
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const into = path.join(root, "artifacts");
fs.rmSync(into, { recursive: true, force: true });
fs.mkdirSync(into);
for (const file of fs.readdirSync(path.join(root, "src")).sort()) {
  const name = path.basename(file, ".sol");
  const compiled = path.join(root, "out", file, name + ".json");
  if (!file.endsWith(".sol") || !fs.existsSync(compiled)) continue;
  const { abi, bytecode } = JSON.parse(fs.readFileSync(compiled, "utf8"));
  if (bytecode.object === "0x") continue;
  fs.writeFileSync(path.join(into, name + ".abi"), JSON.stringify(abi, null, 1) + "\n");
  fs.writeFileSync(path.join(into, name + ".bin"), bytecode.object.slice(2) + "\n");
  console.log(name, (bytecode.object.length - 2) / 2, "bytes to deploy");
}
