/** The table that every course starts with, as the window shows it and the server runs it: twice does no harm. */
export const customersSample = {
  name: 'customers',
  create: `CREATE TABLE IF NOT EXISTS customers (
  id serial PRIMARY KEY,
  name varchar(100) NOT NULL,
  email varchar(150) UNIQUE NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamp NOT NULL DEFAULT now()
);`,
  insert: `INSERT INTO customers (name, email)
VALUES
  ('John', 'john@example.com'),
  ('Bagus', 'bagus@example.com'),
  ('Tenxi', 'tenxi@example.com')
ON CONFLICT (email) DO NOTHING;`,
} as const;
