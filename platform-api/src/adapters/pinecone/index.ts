export { pineconeIndex, type PineconeIndexOptions } from './pinecone-index.ts';
