/** Version of what lies in the server's index; it is part of the index's name, so that an old site never asks a new index. */
const FORMAT = 2

/** The index that the site asks. In a file of its own, because the site's configuration needs only the name. */
export const INDEX = `redline_${FORMAT}`
