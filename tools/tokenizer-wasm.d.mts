export declare const TOKENIZER_FILE: string
export declare function tokenizerModule(): Promise<string>
