export async function docx(_title: string, _markdown: string): Promise<Uint8Array> { throw new Error('not yet'); }
