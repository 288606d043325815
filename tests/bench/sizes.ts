const OPTION = '--sizes='

/** Which of these sizes are asked for: all of them, or with `--sizes=200,1000` on the command line those. */
export function sizesOf(all: readonly number[]): readonly number[] {
  const asked = process.argv.find((word) => word.startsWith(OPTION))?.slice(OPTION.length).split(',').map(Number)
  return asked ? all.filter((size) => asked.includes(size)) : all
}
