/** Makes `.dist` of `src` in a folder, the project's own unless another is given. */
export declare const compile: (root?: string) => Promise<void>;
