/** The error of a table that says nothing without the others of its set. */
export const NOT_ALONE = 'E3602'
