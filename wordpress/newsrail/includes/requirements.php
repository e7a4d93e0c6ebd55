<?php
/**
 * What the plugin needs of a server. PHP 5.2 can read this file.
 *
 * @package newsrail
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The requirements that a server does not meet.
 *
 * @param string $php       The version of PHP.
 * @param string $wordpress The version of WordPress.
 * @return array Rows of what is needed, the least version, and the version that is there.
 */
function newsrail_unmet( $php, $wordpress ) {
	$unmet = array();
	foreach ( array( array( 'PHP', '7.4', $php ), array( 'WordPress', '6.4', $wordpress ) ) as $row ) {
		if ( version_compare( $row[2], $row[1], '<' ) ) {
			$unmet[] = $row;
		}
	}
	return $unmet;
}

/**
 * Tells those who can do something about it what the server lacks.
 */
function newsrail_show_unmet() {
	if ( ! current_user_can( 'activate_plugins' ) ) {
		return;
	}
	foreach ( newsrail_unmet( PHP_VERSION, $GLOBALS['wp_version'] ) as $row ) {
		/* translators: 1: PHP or WordPress, 2: the least version, 3: the version that is there. */
		$text = sprintf( __( 'newsrail does nothing here: it needs %1$s %2$s or newer, and this site has %3$s.', 'newsrail' ), $row[0], $row[1], $row[2] );
		echo '<div class="notice notice-error"><p>' . esc_html( $text ) . '</p></div>';
	}
}
