/** An engine as it is named to people: "local analyst" is "Local analyst"; a model keeps its own spelling. */
export function engineName(engine: string): string {
  return /^[a-z]+( [a-z]+)*$/.test(engine) ? engine.charAt(0).toUpperCase() + engine.slice(1) : engine;
}
