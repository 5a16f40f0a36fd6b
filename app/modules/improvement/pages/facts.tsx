import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { Card } from '../../../platform/ui/index.ts'

/** A card to read: each field that says something, with its name. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string | null])[] }): Html {
  return (
    <Card>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
    </Card>
  )
}
