import { z } from 'zod'

/** A file that must be there; `required` where the field was left empty, which a browser sends as a file without a name. */
export const chosenFile = z.custom<File>(
  (value) => value instanceof File && (value.name !== '' || value.size > 0),
  'required',
)
