import type { Html } from '#html'

interface WasProps {
  readonly fields: Readonly<Record<string, string | number | null | readonly string[]>>
}

/**
 * What stands in the fields of a form when it is opened, as hidden fields: the server then knows what the person
 * changed, and leaves alone what a colleague wrote in another field meanwhile. A list is of a field `name[]` that also
 * sends one empty value, so that nothing chosen is told from not asked.
 */
export function Was({ fields }: WasProps): Html {
  return (
    <>
      {Object.entries(fields).map(([name, value]) =>
        typeof value === 'object' && value !== null ? (
          ['', ...value].map((each) => <input type="hidden" name={`was.${name}[]`} value={each} />)
        ) : (
          <input type="hidden" name={`was.${name}`} value={value ?? ''} />
        ),
      )}
    </>
  )
}
