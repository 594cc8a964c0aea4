// JSON in which every number stays the text it was written as.
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

export function parseExact(text) {
  return JSON.parse(text.replace(STRING_OR_NUMBER, (found) => (found[0] === '"' ? found : `"${found}"`)));
}

const isTable = (value) => typeof value === "object" && value !== null;

/** Where two documents differ, a line each. */
export function differences(found, wanted, path = "result") {
  if (!isTable(found) || !isTable(wanted)) {
    return found === wanted ? [] : [`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  }
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...names].flatMap((name) => differences(found[name], wanted[name], `${path}.${name}`));
}
