import type { Html } from '#html'

/**
 * What stands in the fields of a form when it is opened, as hidden fields: the server then knows what the person
 * changed, and leaves alone what a colleague wrote in another field meanwhile.
 */
export function Was({ fields }: { readonly fields: Readonly<Record<string, string | number | null>> }): Html {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={`was.${name}`} value={value ?? ''} />
      ))}
    </>
  )
}
