// Writes standard.json: trees of decisions as @openzeppelin/merkle-tree makes
// them. Run once `npm ci` has been run in contracts/:
//   node internal/core/proof/testdata/generate.js
const fs = require("fs");
const path = require("path");
const modules = path.join(__dirname, "../../../../contracts/node_modules");
const { StandardMerkleTree } = require(path.join(modules, "@openzeppelin/merkle-tree"));

const types = [
  "uint16", "uint32", "uint64", "uint32", "bytes32", "uint64", "uint32",
  "uint16", "uint16", "uint16", "uint16", "uint32", "int64",
  "bytes32", "bytes32", "bytes32", "uint64",
];

// A small generator of its own, so that the file is the same every time.
let state = 20261124n;
function draw(bits) {
  let v = 0n;
  for (let got = 0; got < bits; got += 32) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    v = (v << 32n) | (state >> 32n);
  }
  return v & ((1n << BigInt(bits)) - 1n);
}
const hash = () => "0x" + draw(256).toString(16).padStart(64, "0");
const signed = () => { const v = draw(64); return v >= 1n << 63n ? v - (1n << 64n) : v; };

function decision() {
  return [
    1n, draw(32), draw(64), draw(32), hash(), draw(64), draw(32),
    draw(16), draw(16), draw(16), draw(16), draw(32), signed(),
    hash(), hash(), hash(), draw(63),
  ].map(String);
}

const cases = [1, 2, 3, 4, 7, 20].map((n) => {
  const values = Array.from({ length: n }, decision);
  const tree = StandardMerkleTree.of(values, types);
  return {
    root: tree.root,
    decisions: values.map((value, i) => ({ value, leaf: tree.leafHash(value), proof: tree.getProof(i) })),
  };
});
fs.writeFileSync(path.join(__dirname, "standard.json"), JSON.stringify({ types, cases }, null, 1) + "\n");
