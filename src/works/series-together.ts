/** How many works of a series are carried away together at most: what one answer can hold in memory. */
export const mostWorksTogether = 100;
