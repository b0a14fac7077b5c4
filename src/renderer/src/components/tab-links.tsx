import { Link } from 'wouter';
import styles from './tab-links.module.css';

interface TabLinksProps {
  /** Name of the navigation. */
  label: string;
  tabs: readonly { to: string; label: string; current: boolean }[];
}

/** Tabs that are places of their own: links, so that back, reload and bookmarks work. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={styles.tab} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
