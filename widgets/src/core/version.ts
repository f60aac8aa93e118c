/** The version of this package; every element carries it so that two copies on one page can name each other. */
export const version = '0.1.0';
