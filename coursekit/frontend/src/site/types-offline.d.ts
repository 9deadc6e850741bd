// What a page and the service worker of its site hand to each other.

declare global {
  /** The list at a site's root: the files by name, each with the SHA-256 of its content. */
  interface SiteList {
    course: string;
    version: string;
    bytes: number;
    files: Record<string, string>;
  }
  /** How far a course is kept for use without a network; full: this browser has no room for it. */
  type Keeping = "whole" | "part" | "full";
  interface ServiceEvent extends Event {
    waitUntil(done: Promise<unknown>): void;
  }
  /** What a service worker is given; the types of pages know nothing of it. */
  interface ServiceSelf {
    readonly registration: ServiceWorkerRegistration;
    readonly clients: { claim(): Promise<void> };
    skipWaiting(): Promise<void>;
    addEventListener(type: "install" | "activate", listener: (event: ServiceEvent) => void): void;
    addEventListener(type: "fetch", listener: (event: ServiceEvent & { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
    addEventListener(type: "message", listener: (event: ServiceEvent & { data: any; ports: MessagePort[] }) => void): void;
  }
}
export {};
