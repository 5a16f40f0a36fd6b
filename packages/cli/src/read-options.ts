import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

type Read<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>

/** A command's options and the words between them, or what is wrong with them. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): Read<Options> | string {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // parseArgs says what it can't take by throwing.
    return error instanceof Error ? error.message : String(error)
  }
}
