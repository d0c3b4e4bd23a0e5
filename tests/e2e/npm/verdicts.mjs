// What MDN's Observatory and Google's CSP evaluator say of a server, as one line of JSON.
//
//   node verdicts.mjs FOLDER HOST HTTP-PORT HTTPS-PORT     FOLDER holds node_modules
//
// Observatory's own program asks the ports 80 and 443 only; its parts are put together here as
// there, for a server on any ports.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, host, httpPort, httpsPort] = process.argv.slice(2);
const observatory = (file) =>
  import(pathToFileURL(join(folder, "node_modules/@mdn/mdn-http-observatory/src", file)).href);
const { retrieve } = await observatory("retriever/retriever.js");
const { ALL_TESTS } = await observatory("constants.js");
const { getGradeForScore, getScoreModifier } = await observatory("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await observatory("grader/charts.js");

const found = await retrieve(host, { httpPort, httpsPort });
if (!found.responses.auto) throw new Error(`nobody answers at ${host}`);
const tests = ALL_TESTS.map((test) => test(found)).filter(({ result }) => result);
let all = 100;
let uncurved = 100;
for (const { result } of tests) {
  const modifier = getScoreModifier(result);
  all += modifier;
  if (modifier < 0) uncurved += modifier;
}
const { grade, score } = getGradeForScore(uncurved >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : uncurved);

const require = createRequire(join(folder, "package.json"));
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const policy = found.responses.auto.headers["content-security-policy"] ?? "";
const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();

console.log(
  JSON.stringify({
    grade,
    score,
    verified: found.responses.auto.verified,
    tests: Object.fromEntries(tests.map((test) => [test.constructor.name, test.result])),
    failed: tests.filter(({ pass }) => !pass).map((test) => test.constructor.name),
    findings: findings.map(({ type, severity, directive, value }) => ({ type, severity, directive, value })),
  }),
);
